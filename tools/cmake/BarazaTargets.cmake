# SPDX-License-Identifier: Apache-2.0
# baraza_options: the flags of every target of ours. Warnings are errors.
add_library(baraza_options INTERFACE)
target_include_directories(baraza_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(baraza_options INTERFACE
  -Wall -Wextra -Werror -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  -Wswitch -Wimplicit-fallthrough -Wunused)
if(BARAZA_SANITIZE)
  target_compile_options(baraza_options INTERFACE
    -fsanitize=${BARAZA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(baraza_options INTERFACE -fsanitize=${BARAZA_SANITIZE})
  if(BARAZA_SANITIZE MATCHES "thread")
    # Asio's fences, which GCC's sanitizer doesn't follow; what it hands over is locked as well.
    target_compile_options(baraza_options INTERFACE -Wno-tsan)
  endif()
endif()

# baraza_library(NAME SOURCES a.cpp ... [PUBLIC targets] [PRIVATE targets])
# One static library a folder, named baraza_NAME. PUBLIC exactly where a header of the folder names
# the other's types.
function(baraza_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(baraza_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(baraza_${name} PUBLIC baraza_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# baraza_program(NAME SOURCES main.cpp ... LINKS targets)
function(baraza_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE baraza_options ${ARG_LINKS})
endfunction()

# The test NAME opens windows. The graphics driver takes memory that it gives back to nobody and is
# unloaded before the leak checker looks, which then can't tell whose it was: under the address
# sanitizer these tests check everything but leaks. The same screens drawn without a window check
# those.
function(baraza_opens_windows name)
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT_MODIFICATION "ASAN_OPTIONS=path_list_append:detect_leaks=0")
endfunction()

# baraza_test(NAME SOURCES a_test.cpp ... LINKS targets [LABELS l] [TIMEOUT seconds] [DISPLAY])
# One GoogleTest program, run by CTest as one test so that start-up isn't paid per case. With DISPLAY
# it has a screen of its own to open windows on.
function(baraza_test name)
  cmake_parse_arguments(ARG "DISPLAY" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE baraza_options GTest::gtest GTest::gmock GTest::gtest_main
                                        ${ARG_LINKS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  if(ARG_DISPLAY)
    add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tools/with_display $<TARGET_FILE:${name}>)
    baraza_opens_windows(${name})
  else()
    add_test(NAME ${name} COMMAND ${name})
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()
