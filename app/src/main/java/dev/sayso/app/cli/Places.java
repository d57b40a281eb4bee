package dev.sayso.app.cli;

import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.InstalledModels;
import java.nio.file.Path;

/// What the command line finds on this machine.
///
/// @param models the installed ones
/// @param weights where packed weights are kept
/// @param media reads recordings
/// @param window the one that may be running
public record Places(
        InstalledModels models, Path weights, MediaDecoder media, InstanceClient window) {}
