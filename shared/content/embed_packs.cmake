# SPDX-License-Identifier: Apache-2.0
# cmake -DOUTPUT=file.cpp -DPACKS=a.textproto;b.textproto -P embed_packs.cmake
# Writes a source file with every pack as a string literal. Bytes are written as hexadecimal
# escapes, thirty-two a line, so that nothing in a pack can end the literal.
string(REPEAT "[0-9a-f]" 64 line_of_bytes)
set(literals "")
set(rows "")
set(number 0)
foreach(pack IN LISTS PACKS)
  get_filename_component(name ${pack} NAME)
  file(READ ${pack} bytes HEX)
  string(REGEX REPLACE "(${line_of_bytes})" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(REGEX REPLACE "([^\n]+)" "    \"\\1\"" bytes "${bytes}")
  string(APPEND literals "constexpr char pack_${number}[] =\n${bytes};\n")
  string(APPEND rows "    {\"${name}\", {pack_${number}, sizeof pack_${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made from shared/content/packs by embed_packs.cmake.
#include \"shared/content/pack.h\"

namespace baraza::content {
namespace {

${literals}
constexpr PackSource packs[] = {
${rows}};

}  // namespace

std::span<const PackSource> shipped_packs() { return packs; }

}  // namespace baraza::content
")
