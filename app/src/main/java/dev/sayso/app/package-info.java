/// Where the program starts and everything is wired.
///
/// [dev.sayso.app.Main] builds the parts and hands them to each other through constructors. Reading
/// order from here: `cli.Cli`, `cli.TranscribeCommand`, `cli.TranscribeRun`, then `models`,
/// `subtitles`, `folders`.
package dev.sayso.app;
