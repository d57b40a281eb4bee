/// A transcript as text, subtitles or JSON.
///
/// Times are those of the stretches of sound that were decoded on their own, not of words: VTT and
/// JSON say so (`estimated`); SRT has no place to.
package dev.sayso.app.subtitles;
