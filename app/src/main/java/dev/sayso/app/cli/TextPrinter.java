package dev.sayso.app.cli;

/// Prints a transcript while it comes about.
interface TextPrinter {

    /// The text after the committed one as it stands now.
    void tentative(String text);

    /// Text that stays.
    void committed(String text);

    /// The run was stopped: what is tentative stays as it is.
    void stopped();

    /// Ends the line if one was begun: a run that failed leaves no empty one.
    void breakOff();

    /// Ends the line.
    void end();
}
