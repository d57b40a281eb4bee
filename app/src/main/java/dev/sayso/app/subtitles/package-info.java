/// A transcript as text, subtitles, tables or documents.
///
/// [SubtitleEngine] makes subtitles of cues: untangled, split, merged, prolonged, broken into
/// lines, and checked. It is pure: cues in, cues and a report out. The writers below it know only
/// how a format looks.
///
/// Times from the command line are those of the stretches of sound that were decoded on their own,
/// shared out by the length of the text: VTT and JSON say so (`estimated`); SRT has no place to.
package dev.sayso.app.subtitles;
