/// Sound from a microphone, by way of `javax.sound.sampled`.
///
/// No microphone is an ordinary state: nothing here fails before one is opened. A device that
/// vanishes says nothing, it only gives no more samples, so that is what is looked for.
package dev.sayso.app.microphone;
