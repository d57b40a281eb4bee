package dev.sayso.app.settings;

/// How far the rules for subtitles can be set.
final class SubtitleLimits {

    static final int COLUMNS = 200;
    static final int LEAST_COLUMNS = 8;
    static final int LEAST_CJK_COLUMNS = 4;
    static final int LINES = 4;
    static final int SECONDS = 60;
    static final int SPEED = 100;
    static final int GAP_MILLIS = 2000;

    private SubtitleLimits() {}
}
