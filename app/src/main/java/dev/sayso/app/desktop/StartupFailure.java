package dev.sayso.app.desktop;

import com.formdev.flatlaf.FlatClientProperties;
import dev.sayso.app.ui.Messages;
import java.awt.AWTError;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.MultiResolutionImage;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

/// Says that the program cannot start, or go on, without JavaFX: by a Swing dialog, or where there
/// is no screen, by text.
public final class StartupFailure {

    private static final int WIDTH = 620;

    private final Messages words;
    private final boolean dark;
    private final Consumer<String> print;

    /// What happened.
    public enum Kind {
        /// The window could not be opened.
        START("crash.start"),
        /// The program broke while it ran.
        CRASH("crash.running");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /// @param dark whether the system's colours are
    /// @param print writes to standard error, where there is no screen
    public StartupFailure(Locale language, boolean dark, Consumer<String> print) {
        this.words = Messages.of(StartupFailure.class, language);
        this.dark = dark;
        this.print = print;
    }

    /// Says it, and waits until the user has read it. Not on the FX thread.
    public void show(Kind kind, CrashReport report) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            if (!GraphicsEnvironment.isHeadless()) {
                SwingUtilities.invokeAndWait(() -> open(kind, report, closed));
                closed.await();
                return;
            }
        } catch (InvocationTargetException | AWTError | LinkageError e) {
            // a screen that was named is not there, or Swing cannot use it: as without one
        }
        print(kind, report);
    }

    private void print(Kind kind, CrashReport report) {
        print.accept(
                words.text(kind.key)
                        + "\n"
                        + words.text(kind.key + ".kept")
                        + "\n\n"
                        + report.details());
    }

    private void open(Kind kind, CrashReport report, CountDownLatch closed) {
        Laf.use(dark);
        JFrame frame = new JFrame(words.text("crash.title"));
        frame.setIconImages(icons());
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosed(WindowEvent e) {
                        closed.countDown();
                    }
                });
        JButton close = new JButton(words.text("crash.close"));
        close.addActionListener(_ -> frame.dispose());
        frame.setContentPane(content(kind, report, close));
        frame.getRootPane().setDefaultButton(close);
        frame.pack();
        frame.setMinimumSize(new Dimension(420, 260));
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
        frame.toFront();
    }

    private static List<Image> icons() {
        Image image = TrayImages.of(TrayIcons.drawn(), TrayState.IDLE, false);
        return image instanceof MultiResolutionImage sizes
                ? sizes.getResolutionVariants()
                : List.of(image);
    }

    private JComponent content(Kind kind, CrashReport report, JButton close) {
        JLabel headline = new JLabel(wrapped(words.text(kind.key)));
        headline.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
        headline.setIcon(UIManager.getIcon("OptionPane.errorIcon"));
        headline.setIconTextGap(14);
        JLabel kept = new JLabel(wrapped(words.text(kind.key + ".kept")));
        JPanel top = new JPanel();
        top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
        top.add(headline);
        top.add(Box.createVerticalStrut(10));
        top.add(kept);
        headline.setAlignmentX(JComponent.LEFT_ALIGNMENT);
        kept.setAlignmentX(JComponent.LEFT_ALIGNMENT);

        JTextArea details = new JTextArea(report.details(), 12, 20);
        details.setEditable(false);
        details.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        details.setCaretPosition(0);
        details.getAccessibleContext().setAccessibleName(words.text("crash.details"));

        JPanel panel = new JPanel(new BorderLayout(0, 16));
        panel.setBorder(BorderFactory.createEmptyBorder(24, 24, 20, 24));
        panel.add(top, BorderLayout.NORTH);
        panel.add(new JScrollPane(details), BorderLayout.CENTER);
        panel.add(buttons(report, close), BorderLayout.SOUTH);
        panel.setPreferredSize(new Dimension(Math.max(WIDTH, panel.getPreferredSize().width), 440));
        return panel;
    }

    private JComponent buttons(CrashReport report, JButton close) {
        JButton copy = new JButton(words.text("crash.copy"));
        copy.addActionListener(
                _ -> {
                    StringSelection text = new StringSelection(report.details());
                    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(text, text);
                    copy.setText(words.text("crash.copied"));
                });
        JPanel row = new JPanel();
        row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
        row.add(copy);
        row.add(Box.createHorizontalGlue());
        row.add(close);
        return row;
    }

    /// Lines of a label break only in HTML; the words are ours, and have no tags.
    private static String wrapped(String text) {
        return "<html><body style='width:400px'>" + text + "</body></html>";
    }
}
