@echo off
rem Starts Vitrine: finds a JDK, builds when the sources are newer than the build, and runs Java.
rem Whatever the build says goes to standard error; standard output carries Vitrine's answer only.
setlocal EnableExtensions DisableDelayedExpansion
set "VITRINE=%~dp0"
set "VITRINE=%VITRINE:~0,-1%"
set "VITRINE_JAVA="

call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*" "%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%~J"
if not defined VITRINE_JAVA (
    echo vitrine: Java 25 or newer was not found; install a JDK 25 ^(for example Eclipse Temurin^) or set JAVA_HOME to one.>&2
    exit /b 1
)

rem One PowerShell look at the dates: 0 is up to date, 1 is not.
powershell -NoProfile -Command "$h = $env:VITRINE; $j = Get-Item -ErrorAction SilentlyContinue -LiteralPath ($h + '\target\vitrine.jar'); if (-not $j) { exit 1 }; $s = @(Get-Item -LiteralPath ($h + '\pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($h + '\src\main')); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $j.LastWriteTimeUtc }) { exit 1 }; exit 0"
if errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 1
)

rem A demo written in Java, with what it asks for behind it: Java compiles it and runs it beside Vitrine.
set "VITRINE_MAIN=-m dev.vitrine/dev.vitrine.Vitrine"
if /i "%~x1"==".java" set "VITRINE_MAIN=--add-modules dev.vitrine"
"%VITRINE_JAVA%\bin\java.exe" "@%VITRINE%\packaging\java.args" "-Dvitrine.home=%VITRINE%" --module-path "%VITRINE%\target\vitrine.jar;%VITRINE%\target\lib" %VITRINE_MAIN% %*
exit /b %ERRORLEVEL%

rem Takes the Java home %1 when its release file says 25 or newer and none was taken before.
:try
if defined VITRINE_JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~f1\bin\java.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~f1\release"`) do for /f "delims=." %%M in ("%%~V") do if %%M GEQ 25 set "VITRINE_JAVA=%~f1"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo vitrine: Vitrine has to be built first and Maven was not found; install Maven 3.8 or newer and start again.>&2
    exit /b 1
)
echo vitrine: building, this happens once after each change...>&2
if not defined JAVA_HOME set "JAVA_HOME=%VITRINE_JAVA%"
set "JAVA_VITRINE_HOME=%VITRINE_JAVA%"
pushd "%VITRINE%"
call mvn -q -B -ntp package -Dmaven.test.skip=true -Dformat.skip=true 1>&2
set "VITRINE_BUILD=%ERRORLEVEL%"
popd
if not "%VITRINE_BUILD%"=="0" (
    echo vitrine: the build failed; what is said above names the reason.>&2
    exit /b 1
)
exit /b 0
