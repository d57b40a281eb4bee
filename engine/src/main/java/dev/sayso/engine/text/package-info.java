/// Text to token ids and back, the prompt, and the model's answer.
package dev.sayso.engine.text;
