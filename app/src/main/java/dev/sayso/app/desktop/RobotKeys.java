package dev.sayso.app.desktop;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.IOException;

/// Keys by AWT's robot, which unlike JavaFX' may be used on any thread.
final class RobotKeys implements PasteKeys {

    @Override
    public void press(Chord chord) throws IOException {
        Robot robot;
        try {
            robot = new Robot();
        } catch (AWTException | SecurityException e) {
            throw new IOException("the system lets nobody send keys", e);
        }
        switch (chord) {
            case CTRL_V -> press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_V);
            case CMD_V -> press(robot, KeyEvent.VK_META, KeyEvent.VK_V);
            case SHIFT_INSERT -> press(robot, KeyEvent.VK_SHIFT, KeyEvent.VK_INSERT);
        }
    }

    private static void press(Robot robot, int modifier, int key) {
        robot.keyPress(modifier);
        try {
            robot.keyPress(key);
            robot.keyRelease(key);
        } finally {
            // whatever happens, none is left held
            robot.keyRelease(modifier);
        }
    }
}
