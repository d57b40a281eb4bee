/// What all places of the window share: the way onto the FX thread and off it, words, colours,
/// icons, errors.
///
/// Words come from `messages.properties` beside each package's classes, in English, and from
/// `messages_de` and `messages_zh_CN` beside it. Colours and sizes come from `sayso.css` and the
/// theme, never from code.
package dev.sayso.app.ui;
