# Everything comes from Debian 12 packages; ./dev installs them.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(CURL REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(GTest REQUIRED)
find_package(CLI11 2 REQUIRED)
find_package(SQLiteCpp 3 REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(cmark REQUIRED IMPORTED_TARGET libcmark)

# Both macros on every target that sees Boost, or the one-definition rule breaks.
add_library(klartext_boost INTERFACE)
target_link_libraries(klartext_boost INTERFACE Boost::headers Threads::Threads)
target_compile_definitions(klartext_boost INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_SEPARATE_COMPILATION)

find_program(KLARTEXT_MOLD mold)
if(KLARTEXT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(KLARTEXT_CCACHE ccache)
if(KLARTEXT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${KLARTEXT_CCACHE})
endif()
