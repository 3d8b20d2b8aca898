/// What LeakSanitizer is not to report: fontconfig keeps its tables until the program ends, libhyphen loses a few bytes
/// for each pattern that it reads, once, and cairo some hundred when it puts the fonts into a finished PDF. Nothing of
/// ours is in it.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libhyphen\nleak:cairo_surface_finish\n";
}
