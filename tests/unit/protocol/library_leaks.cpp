/// What LeakSanitizer is not to report: fontconfig keeps its tables until the program ends, and libhyphen loses a few
/// bytes for each pattern that it reads, once. Nothing of ours is in it.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libhyphen\n"; }
