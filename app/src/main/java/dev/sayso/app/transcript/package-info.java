/// What was written down, as the places of the window hand it to each other: cues with times, and
/// where they came from.
package dev.sayso.app.transcript;
