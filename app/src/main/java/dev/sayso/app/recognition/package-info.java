/// One model, open or not, and the one thread that runs it.
///
/// A dictation goes before files: a file's run is interrupted for it, and says so to its owner, who
/// hands in the rest again. Nothing here knows of a window; what happens is told on the recognition
/// thread.
package dev.sayso.app.recognition;
