# klartext_room(NAME SOURCES ... LINK ...): one static library per folder of the house.
# Headers are included from the repository root of the room's tree: "domain/ids.hpp", "protocol/minutes.hpp".
add_library(klartext_warnings INTERFACE)
target_compile_options(klartext_warnings INTERFACE -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual $<$<BOOL:${KLARTEXT_WERROR}>:-Werror>)

function(klartext_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
  add_library(klartext_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(klartext_${name} PUBLIC ${PROJECT_SOURCE_DIR}/server ${PROJECT_SOURCE_DIR})
  target_link_libraries(klartext_${name} PUBLIC ${ROOM_LINK} PRIVATE klartext_warnings)
endfunction()

# klartext_test(NAME SOURCES ... LINK ...): one GoogleTest program, its cases known to CTest one by one.
function(klartext_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/server ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${TEST_LINK} GTest::gmock_main klartext_warnings)
  target_compile_definitions(${name} PRIVATE KLARTEXT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(NOT TEST_LABELS)
    set(TEST_LABELS quick)
  endif()
  add_test(NAME ${name} COMMAND ${name} --gtest_color=no --gtest_brief=1)
  set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}")
endfunction()
