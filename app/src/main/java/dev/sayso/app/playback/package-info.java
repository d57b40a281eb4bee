/// Sound that is heard again: decoded samples through `javax.sound.sampled`.
///
/// Playing what was decoded, and not the file, makes each sample reachable at once and needs no
/// second decoder. No sound device is an ordinary state, which is met when something is played and
/// not before. What a device has been given is thrown away on each pause, and given again from the
/// sample that was reached: not every driver keeps it.
package dev.sayso.app.playback;
