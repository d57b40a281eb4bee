package dev.sayso.app.editor;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// The places of what is seen of a cue: what leads it and its times have the width they want, its
/// text has the rest, and as many lines as it needs.
class CueLine extends Region {

    private Region lead = new Region();
    private Region times = new Region();
    private Region text = new Region();

    /// Puts something into the three places.
    final void place(Region first, Region second, Region rest) {
        lead = first;
        times = second;
        text = rest;
        getChildren().setAll(lead, times, text);
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double textLeft() {
        return getInsets().getLeft() + lead.prefWidth(-1) + times.prefWidth(-1) + 2 * gap();
    }

    /// As wide as the letters are high.
    private double gap() {
        return getInsets().getLeft();
    }

    private double textWidth(double width) {
        return Math.max(1, snapSizeX(width - textLeft() - getInsets().getRight()));
    }

    @Override
    protected final double computePrefHeight(double width) {
        double high = Math.max(lead.prefHeight(-1), times.prefHeight(-1));
        Insets around = getInsets();
        return snapSizeY(Math.max(high, text.prefHeight(textWidth(width))))
                + around.getTop()
                + around.getBottom();
    }

    @Override
    protected final void layoutChildren() {
        Insets around = getInsets();
        double top = around.getTop();
        double leadWidth = lead.prefWidth(-1);
        double timesWidth = times.prefWidth(-1);
        double width = textWidth(getWidth());
        lead.resizeRelocate(around.getLeft(), top, leadWidth, lead.prefHeight(-1));
        times.resizeRelocate(
                snapPositionX(around.getLeft() + leadWidth + gap()),
                top,
                timesWidth,
                times.prefHeight(-1));
        text.resizeRelocate(snapPositionX(textLeft()), top, width, text.prefHeight(width));
    }
}
