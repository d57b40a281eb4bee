package dev.sayso.app.desktop;

/// What the tray's icon shows.
public enum TrayState {
    IDLE,
    RECORDING,
    TRANSCRIBING
}
