/// The user's own spelling, in all text that is written down.
package dev.sayso.app.replacements;
