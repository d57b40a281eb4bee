package dev.sayso.app.models;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A model on this machine.
///
/// @param name the folder's name
/// @param folder where it is; the starter's need not exist before its first use
/// @param bytes the size of its files
/// @param bundled whether it came with the app
/// @param problem why it cannot transcribe, one clause; null when it can
public record Model(
        String name, Path folder, long bytes, boolean bundled, @Nullable String problem) {}
