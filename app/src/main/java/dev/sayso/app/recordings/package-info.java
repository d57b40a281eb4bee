/// The sound of dictations on disk, written while it is heard, so that nothing that was said is
/// lost when the program is killed.
///
/// A recording that is being made is called `….unfinished.wav`, is locked by the program that makes
/// it, and has a header that is never more than a second behind. Whoever finds such a file that
/// nobody has locked has found what a killed program left behind. Sound is kept as it is
/// recognised: 16 kHz, mono, 16 bits; that is 2 MB for a minute.
package dev.sayso.app.recordings;
