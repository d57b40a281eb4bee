package dev.sayso.app.desktop;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// The pictures of the tray, from files or drawn: a microphone, and a dot while something goes on.
final class TrayImages {

    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64);
    private static final Color RECORDING = new Color(0xcf222e);
    private static final Color TRANSCRIBING = new Color(0x0969da);
    private static final Color ON_DARK = new Color(0xf0f3f6);
    private static final Color ON_LIGHT = new Color(0x24292f);

    private TrayImages() {}

    static Image of(TrayIcons icons, TrayState state, boolean onDark) {
        List<BufferedImage> images = new ArrayList<>();
        for (URL url : icons.of(state, onDark)) {
            try {
                BufferedImage image = ImageIO.read(url);
                if (image != null) {
                    images.add(image);
                }
            } catch (IOException e) {
                // the others, or the drawn ones, will do
            }
        }
        if (images.isEmpty()) {
            SIZES.forEach(size -> images.add(drawn(state, onDark, size)));
        }
        images.sort((a, b) -> Integer.compare(a.getWidth(), b.getWidth()));
        return new BaseMultiResolutionImage(images.toArray(Image[]::new));
    }

    private static BufferedImage drawn(TrayState state, boolean onDark, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(size / 16.0, size / 16.0);
            g.setColor(onDark ? ON_DARK : ON_LIGHT);
            drawMicrophone(g);
            switch (state) {
                case IDLE -> {}
                case RECORDING -> drawDot(g, RECORDING);
                case TRANSCRIBING -> drawDot(g, TRANSCRIBING);
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void drawMicrophone(Graphics2D g) {
        g.fill(new RoundRectangle2D.Double(5.5, 1, 5, 8.5, 5, 5));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D stand = new Path2D.Double();
        stand.moveTo(3, 7.5);
        stand.curveTo(3, 13.6, 13, 13.6, 13, 7.5);
        stand.moveTo(8, 12.2);
        stand.lineTo(8, 14.8);
        stand.moveTo(5.5, 14.8);
        stand.lineTo(10.5, 14.8);
        g.draw(stand);
    }

    private static void drawDot(Graphics2D g, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(9, 9, 7, 7));
    }
}
