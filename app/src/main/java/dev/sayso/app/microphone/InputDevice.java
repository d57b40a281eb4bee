package dev.sayso.app.microphone;

/// Something that records.
///
/// @param id what it is opened by, and what settings keep
/// @param name for people
/// @param systemChoice whether it stands for the device that the system's own settings name
public record InputDevice(String id, String name, boolean systemChoice) {}
