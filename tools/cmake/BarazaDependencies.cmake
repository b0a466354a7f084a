# SPDX-License-Identifier: Apache-2.0
# Everything Baraza links, all from Debian 12; tools/setup installs it.
find_package(Threads REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(Protobuf 3.21 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS locale)
find_package(GTest REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(date REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)

# libexpected-dev is a header without a CMake package.
find_path(BARAZA_EXPECTED_DIR tl/expected.hpp REQUIRED)
add_library(baraza_expected INTERFACE)
target_include_directories(baraza_expected SYSTEM INTERFACE ${BARAZA_EXPECTED_DIR})

# Dear ImGui draws, with FreeType for its fonts; Debian's library has both, and the backends for GLFW
# and OpenGL 3. Its headers include each other by bare name, so ours do too: <imgui.h>,
# <imgui_freetype.h>, <backends/imgui_impl_opengl3.h>.
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui>=1.86)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
add_library(baraza_imgui INTERFACE)
target_include_directories(baraza_imgui SYSTEM INTERFACE ${imgui_INCLUDE_DIRS})
target_link_libraries(baraza_imgui INTERFACE PkgConfig::imgui PkgConfig::freetype)

# The window, what is drawn into it, and pictures of it.
find_package(glfw3 3.3 REQUIRED)
find_package(OpenGL REQUIRED)
find_package(PNG REQUIRED)
