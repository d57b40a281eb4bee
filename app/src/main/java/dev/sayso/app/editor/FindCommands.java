package dev.sayso.app.editor;

import java.util.function.Consumer;

/// What can be done with the places that were found in a document.
final class FindCommands {

    private final EditorModel model;
    private final FindModel find;

    FindCommands(EditorModel model) {
        this.model = model;
        this.find = model.find();
    }

    /// Goes to the next place, or the one before: seen from the one that was gone to, else from a
    /// character of the current cue.
    void next(boolean forward, int character) {
        int count = find.matches().get().size();
        int here = find.current().get();
        if (here >= 0) {
            go(Math.floorMod(here + (forward ? 1 : -1), count));
        } else if (count > 0) {
            int cue = Math.max(model.current().get(), 0);
            go(forward ? find.after(cue, character) : find.before(cue, character));
        }
    }

    private void go(int index) {
        Find.Match match = find.go(index);
        model.select(match.cue());
        model.ask(match.cue(), match.start(), match.end(), false);
    }

    /// Replaces the place that was gone to, and goes to the next; goes to the first when none was.
    void replace(int character) {
        int index = find.current().get();
        if (index < 0) {
            next(true, character);
            return;
        }
        Find.Match match = find.matches().get().get(index);
        String text = model.cues().get(match.cue()).text();
        searching(
                search -> {
                    String after = search.replace(text, find.replacement().get(), match.start());
                    model.endStep();
                    model.type(match.cue(), after);
                    model.endStep();
                    next(true, match.end() + after.length() - text.length());
                });
    }

    /// Replaces all places, in one step.
    ///
    /// @return how many
    int replaceAll() {
        int count = find.matches().get().size();
        boolean[] done = {false};
        searching(
                _ ->
                        done[0] =
                                model.apply(
                                        new Edit.ReplaceAll(
                                                find.find(), find.replacement().get())));
        return done[0] ? count : 0;
    }

    private void searching(Consumer<Find.Search> work) {
        try {
            work.accept(find.find().in(model.cues()));
        } catch (Find.FindException e) {
            find.failed(e);
        }
    }
}
