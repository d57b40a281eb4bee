/// Where things are kept on the user's machine.
///
/// Own rules of a few lines, because the libraries for it (`dev.dirs:directories`) are automatic
/// modules, which `jlink` refuses, and start a PowerShell on Windows to learn what the environment
/// says already.
package dev.sayso.app.folders;
