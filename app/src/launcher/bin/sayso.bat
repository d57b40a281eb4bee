@echo off
rem Starts Sayso on a JDK 25 or newer. What the JVM is told stands in lib\jvm.options.
setlocal
set "SAYSO_LIB=%~dp0..\lib"

set "SAYSO_JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do if not defined SAYSO_JAVA call :try "%%~dpj.."
for %%v in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do (
    for /d %%d in ("%%~v\*") do if not defined SAYSO_JAVA call :try "%%~d"
)
if not defined SAYSO_JAVA (
    echo Sayso needs a JDK 25 or newer and found none. 1>&2
    echo Get one from https://adoptium.net/temurin/releases/?version=25 or set JAVA_HOME to its folder. 1>&2
    exit /b 1
)

rem the command line starts without the window's libraries
set "SAYSO_WINDOW="
if "%~1"=="" set "SAYSO_WINDOW=yes"
if "%~1"=="open" set "SAYSO_WINDOW=yes"
if defined SAYSO_WINDOW (
    "%SAYSO_JAVA%" "@%SAYSO_LIB%\jvm.options" "@%SAYSO_LIB%\window.options" --module-path "%SAYSO_LIB%;%SAYSO_LIB%\window" --module dev.sayso.app/dev.sayso.app.Main %*
    exit /b %ERRORLEVEL%
)
"%SAYSO_JAVA%" "@%SAYSO_LIB%\jvm.options" --module-path "%SAYSO_LIB%" --module dev.sayso.app/dev.sayso.app.Main %*
exit /b %ERRORLEVEL%

rem sets SAYSO_JAVA if the folder given holds Java 25 or newer: its release file says JAVA_VERSION="25.0.3"
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%n in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "SAYSO_FEATURE=%%~n"
rem 25 or, cut at the dot, "25 with its opening quote
set "SAYSO_FEATURE=%SAYSO_FEATURE:"=%"
if %SAYSO_FEATURE% GEQ 25 set "SAYSO_JAVA=%~1\bin\java.exe"
exit /b 0
