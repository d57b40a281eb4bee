package dev.sayso.app.microphone;

/// What a microphone needs of a device that is open and running.
interface Line {

    /// Waits for bytes.
    ///
    /// @return how many were written from the array's beginning on; 0 when the device has gone
    int read(byte[] into);

    /// Ends reading, from any thread.
    void close();
}
