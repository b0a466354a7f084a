# SPDX-License-Identifier: Apache-2.0
# cmake -DOUTPUT=file.cpp -DHEADER=a/b.h -DTYPE=ns::Source -DFUNCTION=ns::sources "-DFILES=x;y" -P embed_files.cmake
# Writes a source file that defines FUNCTION, declared in HEADER as returning std::span<const TYPE>:
# one {name, bytes} for each file, in their order. Bytes are written as hexadecimal escapes,
# thirty-two a line, so that nothing in a file can end the literal.
string(REPEAT "[0-9a-f]" 64 line_of_bytes)
set(literals "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(${line_of_bytes})" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(REGEX REPLACE "([^\n]+)" "    \"\\1\"" bytes "${bytes}")
  string(APPEND literals "constexpr char file_${number}[] =\n${bytes};\n")
  string(APPEND rows "    {\"${name}\", {file_${number}, sizeof file_${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by tools/cmake/embed_files.cmake.
#include \"${HEADER}\"

namespace {

${literals}
constexpr ${TYPE} files[] = {
${rows}};

}  // namespace

std::span<const ${TYPE}> ${FUNCTION}() { return files; }
")
