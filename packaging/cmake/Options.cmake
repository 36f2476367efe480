# One interface target carries what every target of this project is compiled with.
add_library(rightrig_options INTERFACE)
target_include_directories(rightrig_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_features(rightrig_options INTERFACE cxx_std_20)

if(MSVC)
  target_compile_options(rightrig_options INTERFACE /W4 /utf-8)
else()
  target_compile_options(rightrig_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align $<$<CONFIG:Debug>:-Wnull-dereference> # false alarms inside libstdc++ at -O2
    -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough)
  # A compiler cache can only look into precompiled headers with it.
  target_compile_options(rightrig_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  # same input, same binary: no build path in the program
  target_compile_options(rightrig_options INTERFACE -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
endif()
if(RIGHTRIG_WERROR)
  target_compile_options(rightrig_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(RIGHTRIG_SANITIZE)
  target_compile_options(rightrig_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(rightrig_options INTERFACE -fsanitize=address,undefined)
endif()
if(RIGHTRIG_COVERAGE)
  target_compile_options(rightrig_options INTERFACE --coverage -O0)
  target_link_options(rightrig_options INTERFACE --coverage)
endif()

# Qt rules of this project: no implicit text conversions, no deprecated API.
add_library(rightrig_qt_options INTERFACE)
target_link_libraries(rightrig_qt_options INTERFACE rightrig_options)
target_compile_definitions(rightrig_qt_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
