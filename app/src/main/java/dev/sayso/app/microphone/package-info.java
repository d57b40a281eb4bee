/// Sound from a microphone, by way of `javax.sound.sampled`.
///
/// No microphone is an ordinary state: nothing here fails before one is opened. A device that
/// vanishes says nothing, it only gives no more samples, or lets its reader wait for ever; so that
/// is what is looked for.
///
/// The window asks [Inputs], which a test can play; the command line asks [Microphones].
package dev.sayso.app.microphone;
