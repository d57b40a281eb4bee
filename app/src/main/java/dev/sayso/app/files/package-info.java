/// Files into text: a queue that starts at once, survives a restart, and whose bad files stop
/// nobody.
///
/// [FilesModel] holds the queue, on the FX thread; [FileWork] does one file at a time, on a thread
/// of its own: it decodes a portion while the recognition works on the one before. A portion ends
/// where it is quiet. What the recognition commits is kept at once (`queue.json`), and is where a
/// run goes on that was interrupted, by a dictation or by the end of the program.
package dev.sayso.app.files;
