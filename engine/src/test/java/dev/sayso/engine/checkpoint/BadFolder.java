package dev.sayso.engine.checkpoint;

/// A way to spoil a folder, and what the message must say.
///
/// @param name for the test's report
/// @param file which file the message must begin with
/// @param cause what it must contain
record BadFolder(String name, FolderEdit edit, String file, String cause) {

    static BadFolder bad(String name, FolderEdit edit, String file, String cause) {
        return new BadFolder(name, edit, file, cause);
    }

    @Override
    public String toString() {
        return name;
    }
}
