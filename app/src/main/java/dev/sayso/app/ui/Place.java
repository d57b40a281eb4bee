package dev.sayso.app.ui;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// One of the places of the main window.
///
/// @param id what the place is called in code
/// @param icon beside its name
/// @param name in the user's language
/// @param view its content
/// @param entered does what is to be done whenever it is shown
public record Place(String id, Ikon icon, String name, Node view, Runnable entered) {}
