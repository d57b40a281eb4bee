/// The transcript editor: the sound, the cues, and what can be done with them.
///
/// Reading order: [dev.sayso.app.editor.Edit] and [dev.sayso.app.editor.Splice] say what a change
/// is, [dev.sayso.app.editor.CueList] applies it and takes it back,
/// [dev.sayso.app.editor.EditorModel] holds an open document, [dev.sayso.app.editor.EditorView]
/// shows it.
///
/// Decisions:
/// - Each edit is a splice of the list, so that taking it back is the same splice the other way
///   round, and the view is told of the few cues that changed.
/// - A cue never begins before the one before it, and an edit never makes two of them overlap:
///   where a new time reaches into a neighbour, the neighbour gives way. Overlaps that a document
///   came with are left alone.
/// - Where a word is heard inside a cue is estimated by the weight of the text before it, and the
///   window says so: the recognition gives times of stretches.
/// - A click into the text puts the caret there and the sound with it; what is played goes on from
///   there, what is paused stays paused. A click on a time, or on the waveform, plays.
package dev.sayso.app.editor;
