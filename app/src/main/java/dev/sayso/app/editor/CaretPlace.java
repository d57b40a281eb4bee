package dev.sayso.app.editor;

/// Where the caret is to be.
///
/// @param cue its index
/// @param anchor where the selection begins
/// @param caret where it ends; the text's length may be exceeded
/// @param focus whether the text gets the keyboard
/// @param request a number, so that the same place can be asked for again
record CaretPlace(int cue, int anchor, int caret, boolean focus, long request) {}
