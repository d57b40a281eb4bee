/// The command line: `sayso transcribe`, `sayso bench`, `sayso models list`; and
/// `sayso toggle` and its like, which ask the running window.
///
/// [dev.sayso.app.cli.Cli] builds the commands with picocli's programmatic interface, whose
/// annotations would need reflection and so an open package. A command turns its arguments into a
/// request ([dev.sayso.app.cli.TranscribeRequest]), which a run carries out.
///
/// What goes where: the transcript and nothing else on standard output; status, warnings and errors
/// on standard error. No JavaFX, no AWT: everything here works without a display.
package dev.sayso.app.cli;
