/// The façade. Start at [dev.sayso.engine.SpeechRecognizer].
package dev.sayso.engine;
