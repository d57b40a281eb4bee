package dev.sayso.app.settings;

import dev.sayso.app.subtitles.SubtitleRules;
import java.time.Duration;

/// The settings with one rule for subtitles changed.
final class SubtitleChange {

    private SubtitleChange() {}

    static Settings columns(Settings settings, int wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        wanted,
                        old.cjkColumns(),
                        old.lines(),
                        old.shortest(),
                        old.longest(),
                        old.charactersPerSecond(),
                        old.gap()));
    }

    static Settings cjkColumns(Settings settings, int wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        old.columns(),
                        wanted,
                        old.lines(),
                        old.shortest(),
                        old.longest(),
                        old.charactersPerSecond(),
                        old.gap()));
    }

    static Settings lines(Settings settings, int wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        old.columns(),
                        old.cjkColumns(),
                        wanted,
                        old.shortest(),
                        old.longest(),
                        old.charactersPerSecond(),
                        old.gap()));
    }

    static Settings shortest(Settings settings, Duration wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        old.columns(),
                        old.cjkColumns(),
                        old.lines(),
                        wanted,
                        old.longest(),
                        old.charactersPerSecond(),
                        old.gap()));
    }

    static Settings longest(Settings settings, Duration wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        old.columns(),
                        old.cjkColumns(),
                        old.lines(),
                        old.shortest(),
                        wanted,
                        old.charactersPerSecond(),
                        old.gap()));
    }

    static Settings charactersPerSecond(Settings settings, double wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        old.columns(),
                        old.cjkColumns(),
                        old.lines(),
                        old.shortest(),
                        old.longest(),
                        wanted,
                        old.gap()));
    }

    static Settings gap(Settings settings, Duration wanted) {
        SubtitleRules old = settings.subtitles();
        return settings.with(
                new SubtitleRules(
                        old.columns(),
                        old.cjkColumns(),
                        old.lines(),
                        old.shortest(),
                        old.longest(),
                        old.charactersPerSecond(),
                        wanted));
    }
}
