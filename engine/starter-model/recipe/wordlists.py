"""The words of the starter model's little world, by the place they take in a sentence."""

DIGITS = "zero one two three four five six seven eight nine".split()
TEENS = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
         "nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
            "twentieth thirtieth").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = ("January February March April May June July August September October "
          "November December").split()
SPELLING = ("Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike "
            "November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Yankee "
            "Zulu").split()                      # "X-ray" is left out: its hyphen is not said

NAMES = ("John Mary Anna Peter David Sarah Emma James Robert Linda Michael Susan Thomas Laura "
         "Daniel Alice Kevin Julia Martin Helen George Nancy Paul Karen Mark Lisa Steven Maria "
         "Simon Rachel Emily Oliver Sophie Henry Grace Jacob Charlotte Benjamin Hannah William "
         "Elizabeth Richard Barbara Patrick Andrew Catherine Edward Monica Frank Diana").split()
SURNAMES = ("Smith Johnson Brown Miller Wilson Taylor Anderson Jackson Harris Clark Lewis "
            "Walker Young King Wright Green Baker Carter Parker Cooper").split()
CITIES = ("London Paris Berlin Boston Chicago Madrid Rome Tokyo Sydney Dublin Toronto "
          "Vienna").split() + ["New York"]
THINGS = ("report letter contract invoice budget presentation document proposal schedule list "
          "summary plan form ticket project draft offer order file message photo agenda "
          "calendar article chart estimate receipt manual newsletter account application "
          "reservation statement survey memo spreadsheet brochure policy note record "
          "translation").split()
PLACES = "office kitchen library station airport hotel".split() + [
    "meeting room", "conference room", "city center", "school", "hospital", "bank",
    "post office", "front desk", "parking lot", "main entrance", "second floor", "pharmacy",
    "warehouse", "restaurant", "factory", "museum", "theater", "university"]
ADJECTIVES = ("new short long final old first last next large small important annual weekly "
              "urgent signed revised complete").split()
GROUPS = ["the team", "the client", "the manager", "the customer", "my boss", "the doctor",
          "the director", "everyone", "the support team", "the driver", "the nurse",
          "the teacher", "the engineer", "my lawyer", "the assistant", "my neighbor",
          "the accountant", "our partners", "the patient"]
PURCHASES = ["coffee", "paper", "milk", "bread", "water", "tea", "apples", "flowers",
             "envelopes", "pens", "batteries", "stamps", "oranges", "sugar", "cheese", "eggs",
             "rice", "fruit", "tomatoes", "butter", "chicken", "vegetables", "soap", "cables"]
WEATHER = "sunny rainy cloudy cold warm windy hot nice foggy dry".split()
COLORS = "red blue green yellow black white brown gray orange purple".split()
ITEMS = ("car house door window chair table bag box folder phone book coat cup key lamp desk "
         "printer umbrella jacket laptop").split()
EVENTS = ("meeting call interview workshop concert lesson movie party game class "
          "conference appointment training").split()

# Verbs that take a thing; the second list also takes a receiver ("to Anna").
HANDLE = ("finish check read write print sign review update discuss change prepare correct "
          "confirm cancel copy scan translate complete compare delete approve archive share "
          "explain shorten").split()
HAND_OVER = "send show bring give email forward return deliver read explain".split()
TO_PEOPLE = "call meet visit email ask help thank invite remind".split() + ["pick up"]

COMMANDS = [c.strip() for c in """
New line.|New paragraph.|Stop recording.|Start recording.|Delete that.|Undo that.|Scratch that.|
Open the settings.|Save the file.|Send the message.|Go back.|Select all.|Copy that.|
Paste it here.|Turn the volume up.|Turn the volume down.|Close the window.|Pause.|Resume.|
Cancel.|Yes.|No.|Okay.|Stop.|Go.|Up.|Down.|Left.|Right.|On.|Off.|Open a new document.|
Print this page.|Scroll down.|Scroll up.|Next page.|Previous page.|Next word.|
Delete the last word.|Delete the last sentence.|Read that back to me.|Start a new list.|
Full stop.|Question mark.|Exclamation mark.|Comma.|Colon.|Semicolon.|Dash.|Period.|
Open bracket.|Close bracket.|Open quote.|Close quote.|Capital letter.|Help.|Search.|Enter.|
Thank you.|Thanks.|Hello.|Good morning.|Good afternoon.|Good evening.|Good night.|Goodbye.|
Please wait.|See you later.|See you soon.|Of course.|No problem.|Never mind.|Excuse me.|
I am sorry.|You are welcome.|How are you?|I am fine.|What time is it?|Where are you?|
Who is there?|Turn on the light.|Turn off the light.|Turn on the music.|Turn off the music.|
Wake up.|Go to sleep.|Check the spelling.|Make it bold.|Show the history.|Clear the text.|
Stop listening.|Start listening.|Zoom in.|Zoom out.|Insert a table.|Insert the date.|
Find and replace.|Next field.|Move to the end.|Move to the top.|Add a comment.|
Translate this page.|Lock the screen.|Mute the microphone.|Switch to the next tab.|
Underline that.|Rename the folder.|Save as a draft.""".replace("\n", "").split("|")]

FIXED = [f.strip() for f in """
The quick brown fox jumps over the lazy dog.|Pack my box with five dozen jugs of water.|
Hello, this is a test of the dictation app.|Testing, one two three.|This is only a test.|
The early bird catches the worm.|Practice makes perfect.|Better late than never.|
Every word I say is written down on my own computer.|Nothing leaves this computer.|
My words stay on this computer.|The app works without the internet.|
I can speak faster than I can type.|Please speak slowly and clearly.|
The sun is shining and the birds are singing.|An apple a day keeps the doctor away.|
The cat is sleeping on the chair.|The dog is running in the garden.|
Today is a good day to start.|All is well that ends well.|
The train leaves from platform nine.|It is what it is.|Happy birthday to you.|
Have a nice weekend.|Have a nice day.|Take your time.|Let me know what you think.|
I will get back to you soon.|Thank you for your time.|I look forward to your answer.|
Best regards.|Kind regards.|Dear all.|Here is what we need to do.|I do not know.|I think so.|
I hope so.|That sounds good.|That is right.|That is wrong.|It works.|It does not work.|
Can you hear me?|Are you ready?|Let us begin.|We are done for today.|
Actions speak louder than words.|Two heads are better than one.|
Please find the details attached.|Do not hesitate to contact me.|
The number you have called is not available.|Please leave a message after the tone.|
The results look good.|We have reached our goal.|Both sides agree.|
Please confirm that you received this email.""".replace("\n", "").split("|")]
