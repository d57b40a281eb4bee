package dev.sayso.app.desktop;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.UIManager;

/// Dresses what Swing draws; called on Swing's thread.
final class Laf {

    private Laf() {}

    static void use(boolean dark) {
        boolean done = UIManager.getLookAndFeel() instanceof FlatLaf now && now.isDark() == dark;
        if (!done) {
            boolean _ = dark ? FlatDarkLaf.setup() : FlatLightLaf.setup();
        }
    }
}
