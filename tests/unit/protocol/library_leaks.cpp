/// What LeakSanitizer is not to report: fontconfig keeps its tables until the program ends, libhyphen loses a few bytes
/// for each pattern that it reads, once, and cairo 768 for each PDF that holds Chinese. The checker sees only the
/// topmost frames inside them, so that all of cairo has to be named.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libhyphen\nleak:libcairo\n"; }
