/// What the user has chosen: one immutable record, and the place where it is kept and changed.
///
/// The record knows no window. Other places of the window get it as a value, or as a property they
/// can watch; what they want changed they hand to [SettingsModel#change].
package dev.sayso.app.settings;
