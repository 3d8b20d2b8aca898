// What libraries keep until the end of the process and the leak checker cannot see: fonts that fontconfig has found.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
