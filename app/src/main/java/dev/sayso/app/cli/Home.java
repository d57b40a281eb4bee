package dev.sayso.app.cli;

import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.InstalledModels;
import java.nio.file.Path;

/// What the commands find on this machine.
///
/// @param models the installed ones
/// @param weights where packed weights are kept
/// @param media reads recordings
record Home(InstalledModels models, Path weights, MediaDecoder media) {}
